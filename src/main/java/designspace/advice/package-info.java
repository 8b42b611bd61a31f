/**
 * For users with a grid or with data of their own: what a grid does and what to change in it, and
 * which grid to take. Advice states what it rests on and refuses what it cannot know.
 */
package designspace.advice;
