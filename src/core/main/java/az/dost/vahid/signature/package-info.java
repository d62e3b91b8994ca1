/** Proofs: what others signed is checked here, what the gateway says is signed here, and nowhere else. */
package az.dost.vahid.signature;
