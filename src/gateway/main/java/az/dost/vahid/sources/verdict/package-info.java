/** Service passports: what a service may ask for, and what each paper that it would need follows from. */
package az.dost.vahid.sources.verdict;
