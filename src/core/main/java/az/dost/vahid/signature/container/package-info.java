/**
 * Containers of signed files (ETSI EN 319 162-1, ASiC-E with XAdES): written and checked with DSS, which has a class
 * loader of its own.
 */
package az.dost.vahid.signature.container;
