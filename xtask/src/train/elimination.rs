//! Solves small systems of linear equations.

/// Solves a symmetric positive system by elimination; only the lower triangle of `matrix` is read.
pub(crate) fn solve<const N: usize>(matrix: &mut [[f64; N]], mut right: [f64; N]) -> [f64; N] {
    for i in 0..N {
        // The column below the pivot is also the row beside it.
        let column: Vec<f64> = matrix.iter().map(|row| row[i]).collect();
        for j in i + 1..N {
            let factor = column[j] / column[i];
            for (cell, beside) in matrix[j][i + 1..=j].iter_mut().zip(&column[i + 1..]) {
                *cell -= factor * beside;
            }
            right[j] -= factor * right[i];
        }
    }
    for i in (0..N).rev() {
        right[i] /= matrix[i][i];
        for k in 0..i {
            right[k] -= matrix[i][k] * right[i];
        }
    }
    right
}

#[cfg(test)]
mod tests {
    use super::solve;

    #[test]
    fn a_system_of_three() {
        let mut matrix = [[4.0, 0.0, 0.0], [2.0, 5.0, 0.0], [1.0, 3.0, 6.0]];
        let found = solve(
            &mut matrix,
            [4.0 + 4.0 + 3.0, 2.0 + 10.0 + 9.0, 1.0 + 6.0 + 18.0],
        );
        for (found, wanted) in found.iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
        }
    }
}
