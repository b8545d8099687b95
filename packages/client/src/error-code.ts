/** What a connection may end in, as Node and its parts name it: the system, undici and its mock, llhttp, TLS and zlib. */
const known: ReadonlySet<string> = new Set(
  `EACCES EADDRNOTAVAIL EAI_AGAIN ECANCELED ECONNABORTED ECONNREFUSED ECONNRESET EHOSTUNREACH EMFILE ENETDOWN ENETUNREACH
  ENOTFOUND EPERM EPIPE EPROTO ETIMEDOUT UND_ERR_ABORTED UND_ERR_BODY_TIMEOUT UND_ERR_CLOSED UND_ERR_CONNECT_TIMEOUT
  UND_ERR_DESTROYED UND_ERR_HEADERS_OVERFLOW UND_ERR_HEADERS_TIMEOUT UND_ERR_INFO UND_ERR_PRX_TLS
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH UND_ERR_RES_EXCEEDED_MAX_SIZE UND_ERR_SOCKET HPE_HEADER_OVERFLOW
  HPE_INVALID_CHUNK_SIZE HPE_INVALID_CONSTANT HPE_INVALID_CONTENT_LENGTH HPE_INVALID_HEADER_TOKEN CERT_HAS_EXPIRED
  CERT_NOT_YET_VALID CERT_REVOKED DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT_LOCALLY
  UNABLE_TO_VERIFY_LEAF_SIGNATURE ERR_TLS_CERT_ALTNAME_INVALID ERR_SSL_WRONG_VERSION_NUMBER ERR_STREAM_PREMATURE_CLOSE
  UND_MOCK_ERR_MOCK_NOT_MATCHED Z_BUF_ERROR Z_DATA_ERROR`.split(/\s+/),
);

/** How deep causes are looked into: a chain of them may lead back to its beginning. */
const maxCauses = 8;

/**
 * The system's code of a failed connection; none unless it is a known one, because whoever made the error may have put
 * anything there. Its message is never repeated.
 */
export const errorCode = (error: unknown): string | undefined => {
  try {
    for (let cause = error, depth = 0; typeof cause === 'object' && cause !== null && depth < maxCauses; depth++) {
      const { code, cause: deeper, errors } = cause as { code?: unknown; cause?: unknown; errors?: unknown };
      if (typeof code === 'string' && known.has(code)) return code;
      cause = Array.isArray(errors) && errors.length > 0 ? errors[0] : deeper;
    }
  } catch {
    // A getter of the error's own.
  }
  return undefined;
};
