/** Keys and certificates: the gateway's own, those of others that are pinned, and TLS with both. */
package az.dost.vahid.signature.key;
