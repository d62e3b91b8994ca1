/**
 * The HTTP server and what it refuses before any journey begins: malformed, slow or endless requests, and connections
 * without a known certificate.
 */
package az.dost.vahid.edge.server;
