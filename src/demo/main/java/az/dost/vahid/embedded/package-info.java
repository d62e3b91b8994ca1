/** Servers that only the demonstration starts: a database, a broker, file servers. */
package az.dost.vahid.embedded;
