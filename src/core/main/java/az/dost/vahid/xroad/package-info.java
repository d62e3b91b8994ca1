/** Names and headers of the X-Road Message Protocol. */
package az.dost.vahid.xroad;
