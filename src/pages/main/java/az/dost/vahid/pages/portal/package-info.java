/**
 * The developers' portal: the contracts as the gateway has them, problem codes, events, connectors, and what the own
 * system may do.
 */
package az.dost.vahid.pages.portal;
