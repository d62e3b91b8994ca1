/** The doors: who may ask, what is refused before any journey, messages, and whether the gateway may be asked. */
package az.dost.vahid.edge;
