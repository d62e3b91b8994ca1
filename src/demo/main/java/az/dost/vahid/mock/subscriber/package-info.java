/** A system that is told of life events. */
package az.dost.vahid.mock.subscriber;
