/** When certificates end, told before they do. */
package az.dost.vahid.sources.expiry;
