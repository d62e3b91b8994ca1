/** Disagreements of registers: each becomes a ticket for the register that can mend it, and is closed by agreement. */
package az.dost.vahid.journeys.quality;
