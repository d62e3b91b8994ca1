/**
 * A connector's folder held to everything that can be known without its agency, each fault with its line; the kit and a
 * reload use it alike.
 */
package az.dost.vahid.check;
