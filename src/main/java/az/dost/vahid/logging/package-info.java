/** What the gateway logs, counted. */
package az.dost.vahid.logging;
