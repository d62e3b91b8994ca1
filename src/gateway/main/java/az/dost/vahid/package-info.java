/** The gateway. Its layers are the packages below, from the ground up: proof, edge, sources, journeys. */
package az.dost.vahid;
