/** The command {@code verify}: what the gateway gave out, checked by whoever got it, without the gateway. */
package az.dost.vahid.verify;
