/** How a configuration says which beans there are. */
package az.dost.vahid.wiring;
