package app.heirloom.vectors.face;

import app.heirloom.vectors.Panel;
import java.util.List;
import java.util.stream.IntStream;

/** Compares faces with faces, on all cores, and tells which are alike. */
final class Comparison {
    /** Fewer faces than this do not fill a panel enough to pay for it. */
    private static final int FEW = 8;

    private static final int BLOCK = 256;

    private final float least;

    /** What is done with two faces that are alike; on any thread. */
    @FunctionalInterface
    interface Pairs {
        void accept(Face one, Face other, float similarity);
    }

    /** @param least cosine similarity from which faces are alike */
    Comparison(float least) {
        this.least = least;
    }

    /** All of the one with all of the other. */
    void compare(List<Face> faces, List<Face> others, Pairs pairs) {
        for (int from = 0; from < faces.size(); from += Panel.WIDTH) {
            compareSome(faces.subList(from, Math.min(from + Panel.WIDTH, faces.size())), others, pairs);
        }
    }

    private void compareSome(List<Face> faces, List<Face> others, Pairs pairs) {
        int blocks = Math.ceilDiv(others.size(), BLOCK);
        if (faces.size() < FEW) {
            IntStream.range(0, blocks).parallel().forEach(block -> oneByOne(faces, block(others, block), pairs));
        } else {
            var panel = new Panel(faces.stream().map(Face::vector).toList());
            IntStream.range(0, blocks).parallel().forEach(block -> together(panel, faces, block(others, block), pairs));
        }
    }

    private static List<Face> block(List<Face> others, int block) {
        return others.subList(block * BLOCK, Math.min((block + 1) * BLOCK, others.size()));
    }

    private void together(Panel panel, List<Face> faces, List<Face> others, Pairs pairs) {
        var rows = new float[Panel.TILE][];
        var products = new float[Panel.TILE][Panel.WIDTH];
        for (int first = 0; first < others.size(); first += Panel.TILE) {
            fill(rows, others, first);
            panel.multiply(rows, products);
            for (int row = 0; row < Panel.TILE && first + row < others.size(); row++) {
                float[] product = products[row];
                for (int column = 0; column < faces.size(); column++) {
                    if (product[column] >= least) {
                        pairs.accept(faces.get(column), others.get(first + row), product[column]);
                    }
                }
            }
        }
    }

    private void oneByOne(List<Face> faces, List<Face> others, Pairs pairs) {
        var rows = new float[Panel.TILE][];
        var products = new float[Panel.TILE];
        for (int first = 0; first < others.size(); first += Panel.TILE) {
            fill(rows, others, first);
            for (Face face : faces) {
                Panel.product(face.vector(), rows, products);
                for (int row = 0; row < Panel.TILE && first + row < others.size(); row++) {
                    if (products[row] >= least) {
                        pairs.accept(face, others.get(first + row), products[row]);
                    }
                }
            }
        }
    }

    /** The last row is repeated where there are no more. */
    private static void fill(float[][] rows, List<Face> others, int first) {
        for (int row = 0; row < rows.length; row++) {
            rows[row] = others.get(Math.min(first + row, others.size() - 1)).vector();
        }
    }
}
