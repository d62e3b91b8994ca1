/** What all pages have: the server, the frame around a page, roles, languages, states, styles and scripts. */
package az.dost.vahid.pages.web;
