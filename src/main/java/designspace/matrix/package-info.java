/** Dense matrix products, native where they load, and threads that share out work. */
package designspace.matrix;
