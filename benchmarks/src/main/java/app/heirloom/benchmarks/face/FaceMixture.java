package app.heirloom.benchmarks.face;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.vectors.face.LabeledFaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Embeddings of people who are hard to tell apart. A person is a direction; each photo turns it at random so far that two
 * photos have a given mean similarity.
 */
public final class FaceMixture {
    private final Random random;
    private final Directions directions;
    private final List<Photo> photos = new ArrayList<>();
    private int people;

    private record Photo(Embedding embedding, int person) {}

    /** What makes people hard to tell apart. */
    public enum Kind {
        APART,
        LOOK_ALIKES,
        FAMILIES,
        CHAINS,
        SIZES,
        AGED,
        STYLES,
        UNEVEN,
        NOISE,
        ALL
    }

    private FaceMixture(int size, long seed) {
        this.random = new Random(seed);
        this.directions = new Directions(size, random);
    }

    /** A mixture of about 1,000 to 5,000 faces in random order. */
    public static LabeledFaces of(Kind kind, int size, long seed) {
        var mixture = new FaceMixture(size, seed);
        switch (kind) {
            case APART -> mixture.apart(150);
            case LOOK_ALIKES -> mixture.lookAlikes(40);
            case FAMILIES -> mixture.families(20);
            case CHAINS -> mixture.chains(30);
            case SIZES -> mixture.sizes(400);
            case AGED -> mixture.aged(40);
            case STYLES -> mixture.styles(80);
            case UNEVEN -> mixture.uneven(120);
            case NOISE -> {
                mixture.apart(120);
                mixture.noise();
            }
            case ALL -> mixture.all();
        }
        return mixture.labeled();
    }

    /** People of 1 to 500 faces, so many faces as are asked for. */
    public static List<Embedding> crowd(int faces, int size, long seed) {
        var mixture = new FaceMixture(size, seed);
        while (mixture.photos.size() < faces) {
            mixture.person(mixture.directions.any(), mixture.powerLaw(500), mixture.between(0.55, 0.85));
        }
        return mixture.photos.stream().limit(faces).map(Photo::embedding).toList();
    }

    private void all() {
        lookAlikes(12);
        families(4);
        chains(10);
        sizes(200);
        aged(12);
        styles(15);
        uneven(30);
        noise();
    }

    private void apart(int count) {
        for (int i = 0; i < count; i++) {
            person(directions.any(), 1 + random.nextInt(20), between(0.55, 0.85));
        }
    }

    private void lookAlikes(int pairs) {
        for (int i = 0; i < pairs; i++) {
            float[] one = directions.any();
            double inside = between(0.6, 0.85);
            person(one, 5 + random.nextInt(25), inside);
            person(directions.at(one, between(0.45, 0.75)), 5 + random.nextInt(25), inside);
        }
    }

    private void families(int count) {
        for (int i = 0; i < count; i++) {
            float[] ancestor = directions.any();
            for (int child = 0; child < 4; child++) {
                person(directions.at(ancestor, 0.75), 3 + random.nextInt(30), between(0.65, 0.85));
            }
        }
    }

    /** Two people and some faces in between, each labelled as the nearer one. */
    private void chains(int count) {
        for (int i = 0; i < count; i++) {
            float[] one = directions.any();
            float[] other = directions.at(one, between(0, 0.4));
            double inside = between(0.6, 0.8);
            int first = person(one, 10 + random.nextInt(30), inside);
            int second = person(other, 10 + random.nextInt(30), inside);
            int links = 6 + random.nextInt(8);
            for (int link = 1; link < links; link++) {
                double share = (double) link / links;
                photo(Directions.mixed(one, 1 - share, other, share), 0.85, share < 0.5 ? first : second);
            }
        }
    }

    private void sizes(int count) {
        for (int i = 0; i < count; i++) {
            person(directions.any(), powerLaw(500), between(0.55, 0.85));
        }
    }

    /** Faces that turn by up to 70 degrees in the course of a life. */
    private void aged(int count) {
        for (int i = 0; i < count; i++) {
            float[] young = directions.any();
            double cosine = between(0.35, 0.7);
            float[] old = directions.at(young, cosine);
            double angle = Math.acos(cosine);
            double inside = between(0.65, 0.85);
            int person = people++;
            int faces = 10 + random.nextInt(60);
            for (int photo = 0; photo < faces; photo++) {
                double age = random.nextDouble();
                photo(Directions.mixed(young, Math.sin((1 - age) * angle), old, Math.sin(age * angle)), inside, person);
            }
        }
    }

    /** Two or three ways to look, with a beard and without. */
    private void styles(int count) {
        for (int i = 0; i < count; i++) {
            float[] face = directions.any();
            int person = people++;
            int styles = 2 + random.nextInt(2);
            for (int style = 0; style < styles; style++) {
                float[] look = directions.at(face, between(0.88, 0.95));
                double inside = between(0.75, 0.9);
                int photos = 3 + random.nextInt(15);
                for (int photo = 0; photo < photos; photo++) {
                    photo(look, inside, person);
                }
            }
        }
    }

    /** Good and bad photos of everybody. */
    private void uneven(int count) {
        for (int i = 0; i < count; i++) {
            float[] face = directions.any();
            int person = people++;
            int photos = 2 + powerLaw(100);
            for (int photo = 0; photo < photos; photo++) {
                photo(face, Math.clamp(0.7 + 0.15 * random.nextGaussian(), 0.25, 0.95), person);
            }
        }
    }

    /** One face in ten is nobody's. */
    private void noise() {
        int count = photos.size() / 9;
        for (int i = 0; i < count; i++) {
            person(directions.any(), 1, 1);
        }
    }

    private int person(float[] face, int count, double inside) {
        int person = people++;
        for (int i = 0; i < count; i++) {
            photo(face, inside, person);
        }
        return person;
    }

    private void photo(float[] face, double inside, int person) {
        float[] seen = Directions.mixed(face, Math.sqrt(inside), directions.any(), Math.sqrt(1 - inside));
        photos.add(new Photo(Embedding.of(seen), person));
    }

    private int powerLaw(int most) {
        return (int) Math.min(most, Math.pow(1 - random.nextDouble(), -1 / 0.9));
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private LabeledFaces labeled() {
        Collections.shuffle(photos, random);
        return new LabeledFaces(
                photos.stream().map(Photo::embedding).toList(),
                photos.stream().mapToInt(Photo::person).toArray());
    }
}
