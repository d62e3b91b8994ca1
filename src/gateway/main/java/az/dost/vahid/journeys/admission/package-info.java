/** How a partner comes in by himself: he applies, two operators release what he may do, and he keeps it up to date. */
package az.dost.vahid.journeys.admission;
