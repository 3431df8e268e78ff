//! Vectors -> classes of words in a hierarchy: k-means, and k-means again inside each class.

use super::random::Random;
use super::vectors::WIDTH;

const ROUNDS: usize = 15;

/// The class of each vector: `breadths` are the numbers of parts at each level, so the class is a
/// number in mixed radix whose first digit is the coarsest class.
pub(crate) fn classes(vectors: &[[f32; WIDTH]], breadths: &[usize]) -> Vec<usize> {
    let unit: Vec<[f32; WIDTH]> = vectors.iter().map(normalised).collect();
    let mut classes = vec![0; vectors.len()];
    let mut groups = 1;
    for &breadth in breadths {
        let mut members = vec![Vec::new(); groups];
        for (i, &class) in classes.iter().enumerate() {
            members[class].push(i);
        }
        for (group, members) in members.iter().enumerate() {
            for (&i, part) in members.iter().zip(means(&unit, members, breadth)) {
                classes[i] = group * breadth + part;
            }
        }
        groups *= breadth;
    }
    classes
}

/// Parts `members` into `parts` by spherical k-means.
fn means(vectors: &[[f32; WIDTH]], members: &[usize], parts: usize) -> Vec<usize> {
    let mut random = Random::new(members.len() as u64 + 7);
    if members.is_empty() {
        return Vec::new();
    }
    let mut centres: Vec<[f32; WIDTH]> = (0..parts)
        .map(|_| vectors[members[random.below(members.len())]])
        .collect();
    let mut nearest = vec![0; members.len()];
    for _ in 0..ROUNDS {
        for (at, &i) in members.iter().enumerate() {
            let mut best = f32::MIN;
            for (part, centre) in centres.iter().enumerate() {
                let near = dot(&vectors[i], centre);
                if near > best {
                    best = near;
                    nearest[at] = part;
                }
            }
        }
        let mut sums = vec![[0.0; WIDTH]; parts];
        for (&i, &part) in members.iter().zip(&nearest) {
            for k in 0..WIDTH {
                sums[part][k] += vectors[i][k];
            }
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|&x| x != 0.0) {
                *centre = normalised(sum);
            }
        }
    }
    nearest
}

fn normalised(vector: &[f32; WIDTH]) -> [f32; WIDTH] {
    let length = dot(vector, vector).sqrt().max(1e-9);
    vector.map(|x| x / length)
}

fn dot(a: &[f32; WIDTH], b: &[f32; WIDTH]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum()
}
