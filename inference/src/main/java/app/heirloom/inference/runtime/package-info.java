/** ONNX Runtime: sessions and tensors. */
@NullMarked
package app.heirloom.inference.runtime;

import org.jspecify.annotations.NullMarked;
