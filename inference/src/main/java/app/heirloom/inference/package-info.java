/** ONNX models behind the ports of the library. */
@NullMarked
package app.heirloom.inference;

import org.jspecify.annotations.NullMarked;
