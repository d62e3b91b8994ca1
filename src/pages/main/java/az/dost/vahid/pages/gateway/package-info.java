/** The gateway, asked over HTTP with the token of the person who has logged in. */
package az.dost.vahid.pages.gateway;
