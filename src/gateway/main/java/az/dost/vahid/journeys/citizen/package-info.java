/** What a citizen may ask about himself: who looked, what was mixed up, and how to have it corrected. */
package az.dost.vahid.journeys.citizen;
