/** What a request under an idempotency key came to, so that a repetition over any gateway gets the same. */
package az.dost.vahid.sources.repeat;
