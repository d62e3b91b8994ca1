/** A time-stamping authority of the demonstration. */
package az.dost.vahid.mock.stamp;
