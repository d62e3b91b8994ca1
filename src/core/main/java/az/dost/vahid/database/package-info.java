/** Addresses of Vahid's own databases, and whether a connection to one can only end there. */
package az.dost.vahid.database;
