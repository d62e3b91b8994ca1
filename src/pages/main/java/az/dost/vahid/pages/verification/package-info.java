/** A file that Vahid signed is checked for an auditor: each check in words, and how to repeat it without Vahid. */
package az.dost.vahid.pages.verification;
