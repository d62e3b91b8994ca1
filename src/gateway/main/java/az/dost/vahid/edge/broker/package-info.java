/** The connection to a broker: what is taken from it before anybody has looked at a message, and what is not. */
package az.dost.vahid.edge.broker;
