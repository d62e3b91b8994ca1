/** What the gateway logs: counted, readable, and not again and again. */
package az.dost.vahid.logging;
