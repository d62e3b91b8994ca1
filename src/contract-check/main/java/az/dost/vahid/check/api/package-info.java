/**
 * Agencies' OpenAPI and Swagger files, with the files that they refer to: operations, parameters and contents in one
 * form for all versions.
 */
package az.dost.vahid.check.api;
