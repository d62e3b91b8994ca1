/** Sessions of people: in the memory of the only node, or in a database that several nodes share. */
package az.dost.vahid.pages.session;
