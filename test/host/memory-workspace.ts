export const MEMORY_SCHEME = 'buyin-memory'

/** The address of the workspace folder that lives in memory. */
export const MEMORY_FOLDER = `${MEMORY_SCHEME}:/workspace`
