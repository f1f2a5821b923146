import styles from "./header.module.css";

/** The product's sign and name. */
export function Mark() {
  return (
    <div className={styles.mark}>
      <svg width="26" height="26" viewBox="0 0 64 64" aria-hidden="true">
        <rect width="64" height="64" rx="14" fill="#2f5bea" />
        <path
          d="M10 20h18a8 8 0 0 1 8 8v8a8 8 0 0 0 8 8h10"
          fill="none"
          stroke="#fff"
          strokeWidth="5"
          strokeLinecap="round"
        />
        <circle cx="12" cy="20" r="5" fill="#fff" />
        <circle cx="52" cy="44" r="5" fill="#fff" />
      </svg>
      <span>Throughline</span>
    </div>
  );
}
