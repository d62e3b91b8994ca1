/** How a question is written and an answer read in each protocol. */
package az.dost.vahid.sources.agency.wire;
