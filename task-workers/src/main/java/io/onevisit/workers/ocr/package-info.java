/** Reads what people upload in a process of its own: documents are hostile, and the reader is large and native. */
package io.onevisit.workers.ocr;
