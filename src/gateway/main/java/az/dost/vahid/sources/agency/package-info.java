/** Agencies are asked: a route for each connector, stamped from the template of its protocol. */
package az.dost.vahid.sources.agency;
