/** The record examined: chain, roots, time-stamps and bodies, as {@code verify record} and receipts need it. */
package az.dost.vahid.proof.record.check;
