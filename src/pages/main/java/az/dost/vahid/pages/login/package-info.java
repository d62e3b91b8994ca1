/** Who is logged in, by OpenID Connect, and for how long; what he may do here, as the gateway says at each page. */
package az.dost.vahid.pages.login;
