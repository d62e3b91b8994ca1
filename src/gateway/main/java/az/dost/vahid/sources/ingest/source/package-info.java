/** Where files come from: folders, SFTP and FTP servers, object stores. */
package az.dost.vahid.sources.ingest.source;
