/** A citizen's own pages: who looked and why, what was mixed up, what he asked, and what he had corrected. */
package az.dost.vahid.pages.citizen;
