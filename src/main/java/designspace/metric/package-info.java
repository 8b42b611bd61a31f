/** Distances between laws. KL in nats, each with its direction in the signature. */
package designspace.metric;
