/**
 * Agencies that leave files: what they write each night, how they pack and sign it, and the servers from which it is
 * fetched.
 */
package az.dost.vahid.mock.file;
