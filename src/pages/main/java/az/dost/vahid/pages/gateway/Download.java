package az.dost.vahid.pages.gateway;

/** A file that the gateway made, to be given on as it is. */
public record Download(byte[] bytes, String type) {}
